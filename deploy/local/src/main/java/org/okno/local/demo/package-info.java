/** A day of a sample region, played through a running stack. */
@NullMarked
package org.okno.local.demo;

import org.jspecify.annotations.NullMarked;
