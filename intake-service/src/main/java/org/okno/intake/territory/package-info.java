/** From a point or an address to the territory, with candidates where it is not clear. */
@NullMarked
package org.okno.intake.territory;

import org.jspecify.annotations.NullMarked;
