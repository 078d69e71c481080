/** The command line of Okno. */
@NullMarked
package org.okno.local;

import org.jspecify.annotations.NullMarked;
