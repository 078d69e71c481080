/** The needs of a case: their states, and what an agency can do with them. */
@NullMarked
package org.okno.cases.needs;

import org.jspecify.annotations.NullMarked;
