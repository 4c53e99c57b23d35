package gleaner.app;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/// The version, from the jar's manifest.
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        var version =
                Objects.requireNonNullElse(
                        Version.class.getPackage().getImplementationVersion(), "(not packaged)");
        return new String[] {"gleaner %s, Java %s".formatted(version, Runtime.version())};
    }
}
