# syntax=docker/dockerfile:1
FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /src
COPY pom.xml .
RUN --mount=type=cache,target=/root/.m2 mvn -B -ntp -Dquick dependency:go-offline
COPY src src
COPY config config
RUN --mount=type=cache,target=/root/.m2 mvn -B -ntp -Dquick -Dmaven.test.skip=true package

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --home-dir /nonexistent --no-create-home --shell /usr/sbin/nologin gleaner \
    && install -d -o gleaner -g gleaner -m 0700 /var/lib/gleaner
WORKDIR /opt/gleaner
COPY --from=build /src/target/lib lib
COPY --from=build /src/target/gleaner.jar .
COPY config config
COPY LICENSE .
# The cache is made here and not in the stage above: it fits only this very JVM and these very jars.
RUN java -XX:+UseCompactObjectHeaders -XX:AOTCacheOutput=/opt/gleaner/gleaner.aot -Dgleaner.home=/opt/gleaner \
    -jar /opt/gleaner/gleaner.jar warm-up
ENV GLEANER_DATA=/var/lib/gleaner \
    LC_ALL=C.UTF-8
USER gleaner
VOLUME /var/lib/gleaner
# Ends with 69 where something that Gleaner needs is not there.
HEALTHCHECK --interval=30s --timeout=10s --start-period=30s --retries=3 \
    CMD ["java", "-Xlog:disable", "-Xlog:all=error:stderr", "-XX:AOTCache=/opt/gleaner/gleaner.aot", \
         "-XX:+UseCompactObjectHeaders", "-XX:+UseSerialGC", "-Dgleaner.home=/opt/gleaner", "-jar", "/opt/gleaner/gleaner.jar", "doctor"]
STOPSIGNAL SIGTERM
# No -XX:+UseSerialGC here: the bot lives long, and the JVM knows best what the container was given.
ENTRYPOINT ["java", "-Xlog:disable", "-Xlog:all=error:stderr", "-XX:AOTCache=/opt/gleaner/gleaner.aot", \
            "-XX:+UseCompactObjectHeaders", "-XX:MaxRAMPercentage=75", "-XX:+ExitOnOutOfMemoryError", \
            "-Dlogback.configurationFile=/opt/gleaner/config/logback.xml", "-Dgleaner.home=/opt/gleaner", \
            "-jar", "/opt/gleaner/gleaner.jar"]
CMD ["run"]
