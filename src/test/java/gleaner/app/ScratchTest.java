package gleaner.app;

import gleaner.store.RedisForTests;
import java.nio.file.Path;
import java.util.*;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ScratchTest {
    @RegisterExtension static final RedisForTests redis = new RedisForTests();
    @TempDir private Path folder;

    static String wrap(String text, int width) {
        var out = new StringBuilder();
        boolean notes = false;
        for (var line : text.lines().toList()) {
            if (line.startsWith("#") || line.startsWith("[//]")) { out.append(line).append('\n'); continue; }
            var indent = line.startsWith("- ") ? "  " : "";
            int col = 0; var first = true;
            for (var w : line.split(" ")) {
                if (col + w.length() + 1 > width && !first) { out.append('\n').append(indent); col = indent.length(); out.append(w); col += w.length(); }
                else { if (!first) { out.append(' '); col++; } out.append(w); col += w.length(); }
                first = false;
            }
            out.append('\n');
        }
        return out.toString();
    }
    static String line(String text, String with) {
        return text.lines().filter(line -> line.contains(with)).findFirst().orElseThrow() + "\n";
    }

    @Test
    void all() throws Exception {
        var issue = new EditedIssue(redis, folder);
        var cases = new LinkedHashMap<String, UnaryOperator<String>>();
        cases.put("merged", t -> t.replace("takes its", "takes XX its").replaceAll("XX", "").replace(" takes  its", " takes its").replace(line(t, "Cilium can"), "").replace(line(t, "Flux keeps"), line(t, "Flux keeps").strip() + " " + line(t, "Cilium can").substring(2)));
        cases.put("notes edited", t -> t.replace("## Notes for the editor\n", "## Notes for the editor\n\nRemember the milk.\n"));
        cases.put("text after notes", t -> t + "\nP.S. One more thing.\n");
        cases.put("no reference", t -> t.substring(0, t.indexOf("[//]")));
        cases.put("reference in the middle", t -> { var r = t.substring(t.indexOf("[//]")); return r + "\n" + t.substring(0, t.indexOf("[//]")); });
        cases.put("para before first item", t -> t.replace("## Releases\n", "## Releases\n\nA word before.\n"));
        cases.put("task list", t -> t.replaceAll("(?m)^- ", "- [ ] "));
        cases.put("item split in two", t -> t.replace(" [sampling without tears]", "\n\n  [sampling without tears]"));
        cases.put("attribution bold", t -> t.replace("(LWN)", "**(LWN)**"));
        cases.put("title emptied", t -> t.replace("# Gateway to *Haven*", "#"));
        cases.put("title gone", t -> t.replace("# Gateway to *Haven*\n", ""));
        cases.put("all h2 gone", t -> t.replaceAll("(?m)^## .*\n", ""));
        cases.put("other issue's draft", t -> t.replaceAll("gleaner draft 1-[0-9a-f]+", "gleaner draft 7-abcdefabcdef"));
        cases.put("unknown reference", t -> t.replaceAll("gleaner draft 1-[0-9a-f]+", "gleaner draft 1-abcdefabcdef").replace("Flux keeps", "Flux holds"));
        cases.put("nested list", t -> t.replace("- Cilium can", "  - Cilium can"));
        cases.put("emptied item", t -> t.replace(line(t, "Flux keeps"), "-\n"));
        cases.put("item without link", t -> t.replace("[everything in an OCI registry](https://fluxcd.io/blog/2026/11/oci-everywhere/)", "everything in an OCI registry"));
        cases.put("link words only", t -> t.replace(line(t, "Flux keeps"), "- [x](https://fluxcd.io/blog/2026/11/oci-everywhere/)\n"));
        cases.put("new item in own para of brief", t -> t.replace("- LWN on", "A [new](https://new.example/1) paragraph.\n\n- LWN on"));
        cases.put("private new link", t -> t.replace("- LWN on", "- A [new](http://localhost/1) one.\n- LWN on"));
        cases.put("ftp new link", t -> t.replace("- LWN on", "- A [new](ftp://new.example/1) one.\n- LWN on"));
        cases.put("mailto", t -> t.replace("I spent most", "[Write](mailto:a@b.example) to us. I spent most"));
        cases.put("intro hard breaks", t -> t.replace("I spent most of it on a ferry, where", "I spent most of it on a ferry,\\\nwhere"));
        cases.put("intro heading h3", t -> t.replace("I spent most", "### Ferry\n\nI spent most"));
        cases.put("closing line edited", t -> t.replace("Until the next issue.", "Until the very next issue."));
        cases.put("sign-off heading edited", t -> t.replace("## That is all for now", "## Enough for now"));
        cases.put("sign-off heading gone", t -> t.replace("## That is all for now\n\n", ""));
        cases.put("chat heading gone", t -> t.replace("## A chat with the keeper of the charts\n\n", ""));
        cases.put("chat turned to list", t -> t.replace("One person. She", "- One person.\n- She"));
        cases.put("dup section heading", t -> t.replace("- Cilium can", "\n## News in brief\n\n- Cilium can"));
        cases.put("two headings one section", t -> t.replace("- Cilium can", "\n## Brief news\n\n- Cilium can"));
        cases.put("empty heading", t -> t.replace("## Releases", "##"));
        cases.put("footnote multi para", t -> t.replace("[^3]: Both ways.", "[^3]: Both ways.\n\n    And back."));
        cases.put("footnote as list", t -> t.replace("[^3]: Both ways.", "[^3]:\n    - a\n    - b"));
        cases.put("attribution emptied brackets", t -> t.replace("(LWN)", "()"));
        cases.put("table in intro", t -> t.replace("I spent most", "| a | b |\n|---|---|\n| c | d |\n\nI spent most"));
        cases.put("image link", t -> t.replace("[everything in an OCI registry](https://fluxcd.io/blog/2026/11/oci-everywhere/)", "[![x](https://p.example/p.png)](https://fluxcd.io/blog/2026/11/oci-everywhere/)"));
        var only = System.getProperty("only");
        for (var c : cases.entrySet()) {
            if (only != null && !c.getKey().contains(only)) continue;
            var before = issue.draft();
            String after;
            try { after = c.getValue().apply(before); } catch (Exception e) { System.out.println("### " + c.getKey() + " CASE FAILED " + e); continue; }
            var r = issue.taken(after);
            var draft = issue.draft();
            System.out.println("\n### " + c.getKey() + " -> " + r.code());
            System.out.println((r.out() + r.err()).strip().lines().map(l -> l.length() > 300 ? l.substring(0, 300) + "…" : l).collect(java.util.stream.Collectors.joining("\n")));
            var miss = new ArrayList<>(EditedIssue.words(before).lines().toList());
            miss.removeAll(EditedIssue.words(draft).lines().toList());
            var more = new ArrayList<>(EditedIssue.words(draft).lines().toList());
            more.removeAll(EditedIssue.words(before).lines().toList());
            miss.forEach(l -> System.out.println("   - " + (l.length() > 150 ? l.substring(0, 150) : l)));
            more.forEach(l -> System.out.println("   + " + (l.length() > 150 ? l.substring(0, 150) : l)));
            var twice = issue.taken(draft);
            if (!twice.out().equals("Nothing was changed.\n")) System.out.println("   !! DRIFT " + twice.out());
            if (!draft.equals(before)) {
                issue.say("undo");
                if (!issue.draft().equals(before)) { System.out.println("   !! UNDO differs"); }
            }
        }
    }
}
