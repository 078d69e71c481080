/** The territory tree: whoever coordinates a territory sees the cases of all below it. */
@NullMarked
package org.okno.cases.territories;

import org.jspecify.annotations.NullMarked;
