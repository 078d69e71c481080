/** Runs and supervises the stack, and finds it for other commands. */
@NullMarked
package org.okno.local.run;

import org.jspecify.annotations.NullMarked;
