/** The territory tree: whoever coordinates a territory sees the numbers of all below it. */
@NullMarked
package org.okno.analytics.territories;

import org.jspecify.annotations.NullMarked;
