/** The directory of the running stack: its import in the form of HSDS. */
@NullMarked
package org.okno.local.directory;

import org.jspecify.annotations.NullMarked;
