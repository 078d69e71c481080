/** How often points and addresses of real requests lead to the right territory. */
@NullMarked
package org.okno.bench.territory;

import org.jspecify.annotations.NullMarked;
