/// What an operator sets: one tree of records, read once from YAML and the environment; starts
/// nothing.
@NullMarked
package gleaner.app.config;

import org.jspecify.annotations.NullMarked;
