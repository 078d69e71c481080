/** Runs the stack, watches over it, and lets other commands find it. */
@NullMarked
package org.okno.local.run;

import org.jspecify.annotations.NullMarked;
