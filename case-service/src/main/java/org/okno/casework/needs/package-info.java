/** The needs of a case: their states, and what an agency can do with them. */
@NullMarked
package org.okno.casework.needs;

import org.jspecify.annotations.NullMarked;
