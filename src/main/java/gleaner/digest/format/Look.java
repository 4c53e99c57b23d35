package gleaner.digest.format;

import gleaner.digest.Draft;
import gleaner.digest.Format;
import gleaner.digest.Renderer;
import gleaner.template.Shipped;
import gleaner.template.Sources;
import gleaner.template.Template;
import gleaner.template.TemplateProblem;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// How drafts look in the formats that have templates: Markdown, HTML and plain text.
///
/// A template that cannot be used is never in the way of a draft: the one that worked before stands
/// in for it, or Gleaner's own.
public final class Look implements Renderer {

    /// The newsletter's house style, as it comes with Gleaner.
    public static final Look HOUSE = shipped("house");

    /// The names of those that come with Gleaner.
    public static final List<String> SHIPPED = List.of("house", "plain-list", "by-tag");

    private static final List<Format> FORMATS = List.of(Format.MARKDOWN, Format.HTML, Format.TEXT);

    private final Map<Format, Template> templates;
    private final Sources sources;
    private final List<String> problems;
    private final Optional<Look> before;

    private Look(
            Map<Format, Template> templates,
            Sources sources,
            List<String> problems,
            Optional<Look> before) {
        this.templates = templates;
        this.sources = sources;
        this.problems = List.copyOf(problems);
        this.before = before;
    }

    /// One that comes with Gleaner: `house`, `plain-list` or `by-tag`.
    public static Look shipped(String name) {
        return new Look(new ConcurrentHashMap<>(), new Shipped(name), List.of(), Optional.empty());
    }

    /// A team's own. Each of its templates is tried on a draft that has everything.
    ///
    /// @param before used for each format whose template cannot be
    public static Look of(Sources sources, Look before) {
        var templates = new EnumMap<Format, Template>(Format.class);
        var problems = new LinkedHashSet<String>();
        for (var format : FORMATS) {
            try {
                var template = compiled(format, sources);
                for (var forEditor : List.of(true, false)) {
                    page(template, Sample.draft(), format, forEditor);
                }
                templates.put(format, template);
            } catch (TemplateProblem e) {
                problems.add(e.sentence());
                templates.put(format, before.template(format));
            }
        }
        return new Look(templates, sources, new ArrayList<>(problems), Optional.of(before.last()));
    }

    /// The same where nothing of it can be read.
    public Look with(TemplateProblem problem) {
        return new Look(templates, sources, List.of(problem.sentence()), before);
    }

    /// Which templates cannot be used, and why: a sentence each with file and line.
    @Override
    public List<String> problems() {
        return problems;
    }

    /// What stands in where a draft shows that a template cannot be used after all; not what stood
    /// in before that, so that no chain of them is kept.
    private Look last() {
        return new Look(templates, sources, List.of(), Optional.empty());
    }

    private static Template compiled(Format format, Sources sources) {
        var ending =
                switch (format) {
                    case MARKDOWN -> "md";
                    case HTML -> "html";
                    case TEXT -> "txt";
                    case JSON -> throw new IllegalArgumentException("JSON has no template.");
                };
        return Template.compile("issue." + ending, sources, PageLanguage.filters(format));
    }

    private Template template(Format format) {
        return templates.computeIfAbsent(format, it -> compiled(it, sources));
    }

    /// The page; where the template fails on this draft, another one's page with a note of it.
    @Override
    public String render(Draft draft, Format format, boolean forEditor) {
        if (format == Format.JSON) {
            return JsonPage.of(draft, forEditor);
        }
        try {
            return page(template(format), draft, format, forEditor);
        } catch (TemplateProblem e) {
            if (this == HOUSE) {
                throw e;
            }
            return before.orElse(HOUSE).render(draft.noting(e.sentence()), format, forEditor);
        }
    }

    private static String page(Template template, Draft draft, Format format, boolean forEditor) {
        var language = PageLanguage.of(format, draft.style());
        var view = new PageView(draft, forEditor, language);
        var page = template.render(view, language);
        if (view.unlisted() > 0) {
            throw new TemplateProblem(
                    "%s: %d footnotes are called for and not shown; put '{%% for note in footnotes %%}' behind all words."
                            .formatted(template.place(), view.unlisted()));
        }
        return page;
    }
}
