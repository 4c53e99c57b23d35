# For the scripts in this folder: finds Java 25, builds what is measured, sets $java, $home, $classpath.
# shellcheck shell=sh
home=$(cd "$(dirname "$0")/.." && pwd)
for candidate in "${JAVA_HOME:-/none}/bin/java" "$(command -v java || true)" /usr/lib/jvm/*25*/bin/java; do
  if [ -x "$candidate" ] && "$candidate" -version 2>&1 | grep -q 'version "2[5-9]'; then java=$candidate; break; fi
done
[ -n "${java:-}" ] || { echo "bench: needs Java 25; set JAVA_HOME to a JDK 25." >&2; exit 69; }

# Builds Gleaner if it is not, and compiles the programs of this folder beside it.
build_bench() {
  "$home/gleaner" --version >/dev/null
  mkdir -p "$home/target/bench"
  find "$home/bench/java" -name '*.java' -exec "$(dirname "$java")/javac" -nowarn -d "$home/target/bench" \
    -sourcepath "$home/src/test/java" \
    -cp "$home/target/gleaner.jar:$home/target/lib/*" {} +
  # shellcheck disable=SC2034 # used by those who read this file
  classpath="$home/target/bench:$home/target/gleaner.jar:$home/target/lib/*"
}
