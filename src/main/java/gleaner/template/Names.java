package gleaner.template;

import io.pebbletemplates.pebble.attributes.AttributeResolver;
import io.pebbletemplates.pebble.attributes.ResolvedAttribute;
import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.node.ArgumentsNode;
import io.pebbletemplates.pebble.node.ForNode.LoopVariables;
import io.pebbletemplates.pebble.template.EvaluationContextImpl;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.AbstractMap;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Finds what a template means by `a.b`: of a [View] its names, of a loop `index` (from 0),
/// `number` (from 1), `first` and `last`, of anything else nothing.
final class Names implements AttributeResolver {

    private final Map<Class<?>, Map<String, Method>> known = new ConcurrentHashMap<>();

    @Override
    public ResolvedAttribute resolve(
            @Nullable Object in,
            Object asked,
            Object @Nullable [] arguments,
            @Nullable ArgumentsNode named,
            EvaluationContextImpl context,
            String file,
            int line) {
        var name = String.valueOf(asked);
        if (arguments != null) {
            throw new PebbleException(
                    null,
                    "'%s' takes no arguments; write it without brackets".formatted(name),
                    line,
                    file);
        }
        return switch (in) {
            case View view -> new ResolvedAttribute(value(view, name, line, file));
            case LoopVariables loop -> new ResolvedAttribute(value(loop, name, line, file));
            case null ->
                    throw new PebbleException(
                            null,
                            "nothing is there that could have '%s'".formatted(name),
                            line,
                            file);
            default ->
                    throw new PebbleException(
                            null, "%s has no '%s'".formatted(kind(in), name), line, file);
        };
    }

    private Object value(View view, String name, int line, String file) {
        var names = of(view.getClass());
        var method = names.get(name);
        if (method == null) {
            throw new PebbleException(
                    null,
                    "%s has no '%s'; known there: %s"
                            .formatted(kind(view), name, String.join(", ", names.keySet())),
                    line,
                    file);
        }
        return value(view, method);
    }

    private static Object value(View view, Method method) {
        try {
            return method.invoke(view);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object value(LoopVariables loop, String name, int line, String file) {
        return switch (name) {
            case "index" -> loop.getIndex();
            case "number" -> loop.getIndex() + 1;
            case "first" -> loop.isFirst();
            case "last" -> loop.isLast();
            default ->
                    throw new PebbleException(
                            null,
                            "loop has no '%s'; known there: first, index, last, number"
                                    .formatted(name),
                            line,
                            file);
        };
    }

    /// What a page's names stand for, asked whenever it is needed: some of it changes while the
    /// page is made.
    Map<String, Object> values(View page) {
        var names = of(page.getClass());
        return new AbstractMap<>() {
            @Override
            public boolean containsKey(@Nullable Object name) {
                return name instanceof String known && names.containsKey(known);
            }

            @Override
            public @Nullable Object get(@Nullable Object name) {
                var method = name instanceof String known ? names.get(known) : null;
                return method == null ? null : value(page, method);
            }

            @Override
            public Set<Entry<String, Object>> entrySet() {
                return Set.of();
            }
        };
    }

    /// The names that are known of a page.
    Set<String> of(View page) {
        return of(page.getClass()).keySet();
    }

    private Map<String, Method> of(Class<?> type) {
        var found = known.get(type);
        return found == null ? known.computeIfAbsent(type, Names::read) : found;
    }

    private static Map<String, Method> read(Class<?> type) {
        var methods = new TreeMap<String, Method>();
        for (var method : type.getDeclaredMethods()) {
            if (Modifier.isPublic(method.getModifiers())
                    && !Modifier.isStatic(method.getModifiers())
                    && method.getParameterCount() == 0
                    && !method.isSynthetic()
                    && !method.getName().equals("toString")
                    && !method.getName().equals("hashCode")) {
                method.setAccessible(true);
                methods.put(method.getName(), method);
            }
        }
        return methods;
    }

    /// What a value is, for people.
    static String kind(Object value) {
        return switch (value) {
            case View view -> {
                var name = view.getClass().getSimpleName();
                var plain = name.endsWith("View") ? name.substring(0, name.length() - 4) : name;
                yield "the " + plain.toLowerCase(Locale.ROOT);
            }
            case LoopVariables _ -> "loop";
            case Collection<?> _ -> "a list";
            case Number _ -> "a number";
            case Boolean _ -> "true or false";
            case Shown _, String _ -> "text";
            default -> "this";
        };
    }
}
