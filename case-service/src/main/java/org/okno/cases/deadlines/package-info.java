/** Deadlines in working time: when a need is due, who is warned, and who hears that it is late. */
@NullMarked
package org.okno.cases.deadlines;

import org.jspecify.annotations.NullMarked;
