package gleaner.capture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Repositories and package registries.
final class Code {

    private static final int GIST_ID = 20;

    private Code() {}

    static Address page(Address address) {
        return switch (address.host()) {
            case "github.com" -> github(address);
            case "gist.github.com" -> gist(address);
            case "npmjs.com" -> npm(address);
            case "crates.io" -> crate(address);
            case "docs.rs" -> crateDocs(address);
            default -> project(address);
        };
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /// Owners and repositories are compared without case; a repository's root is the tree of its
    /// main branch.
    private static Address github(Address address) {
        List<String> path = new ArrayList<>(address.segments());
        if (path.isEmpty()) {
            return address;
        }
        path.set(0, lower(path.getFirst()));
        if (path.size() == 1) {
            return address.withSegments(path);
        }
        path.set(1, lower(path.get(1)));
        if (path.get(1).endsWith(".git") && path.get(1).length() > 4) {
            path.set(1, path.get(1).substring(0, path.get(1).length() - 4));
        }
        if (path.size() == 4 && path.get(2).equals("tree")) {
            boolean main =
                    switch (path.get(3)) {
                        case "main", "master", "HEAD" -> true;
                        default -> false;
                    };
            if (main) {
                path.subList(2, 4).clear();
            }
        }
        if (path.size() == 4 && path.get(2).equals("pull") && Paths.isNumber(path.get(3))) {
            path.set(2, "issues");
        }
        Address page = address.withSegments(path);
        boolean readme = path.size() == 2 && page.param("tab").startsWith("readme");
        return readme ? page.pathOnly() : page;
    }

    /// A gist is known by its id, with its owner's name or without.
    private static Address gist(Address address) {
        List<String> path = new ArrayList<>(address.segments());
        if (path.isEmpty()) {
            return address;
        }
        if (path.size() > 1) {
            path.set(0, lower(path.getFirst()));
        }
        if (path.getLast().endsWith(".git") && path.getLast().length() > 4) {
            path.set(path.size() - 1, path.getLast().substring(0, path.getLast().length() - 4));
        }
        boolean named = path.size() == 2 && path.getLast().length() >= GIST_ID;
        return address.withSegments(named ? path.subList(1, 2) : path);
    }

    private static Address npm(Address address) {
        String first = address.segment(0);
        boolean page = first.equals("package");
        return page && address.params().size() == 1 && !address.param("activeTab").isEmpty()
                ? address.pathOnly()
                : address;
    }

    private static Address crate(Address address) {
        if (!address.segment(0).equals("crates") || address.size() < 2) {
            return address;
        }
        List<String> path = new ArrayList<>(address.segments());
        path.set(1, lower(path.get(1)).replace('_', '-'));
        return address.withSegments(path);
    }

    /// `/name`, `/name/latest` and `/name/latest/name` are the front page of the documentation.
    private static Address crateDocs(Address address) {
        List<String> path = address.segments();
        if (path.isEmpty()
                || path.getFirst().equals("crate")
                || path.getFirst().equals("releases")) {
            return address;
        }
        String name = path.getFirst().replace('-', '_');
        boolean latest = path.size() < 2 || path.get(1).equals("latest") || path.get(1).equals("*");
        boolean front = path.size() < 3 || (path.size() == 3 && path.get(2).equals(name));
        return latest && front ? address.withSegments(List.of(name)) : address;
    }

    private static Address project(Address address) {
        boolean page = address.segment(0).equals("project") || address.segment(0).equals("pypi");
        if (!page || address.size() < 2) {
            return address;
        }
        List<String> path = new ArrayList<>(address.segments());
        path.set(0, "project");
        path.set(1, lower(path.get(1)).replace('_', '-').replace('.', '-'));
        return address.withSegments(path);
    }
}
