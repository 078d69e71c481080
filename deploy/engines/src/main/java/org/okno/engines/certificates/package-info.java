/** Certificates of the local stack. */
@NullMarked
package org.okno.engines.certificates;

import org.jspecify.annotations.NullMarked;
