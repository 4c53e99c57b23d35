@NullMarked
package gleaner.template;

import org.jspecify.annotations.NullMarked;
