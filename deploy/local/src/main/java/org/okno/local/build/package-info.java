/** Runs the build. */
@NullMarked
package org.okno.local.build;

import org.jspecify.annotations.NullMarked;
