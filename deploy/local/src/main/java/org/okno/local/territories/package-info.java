/** Where territories are: the lists of an administrator. */
@NullMarked
package org.okno.local.territories;

import org.jspecify.annotations.NullMarked;
