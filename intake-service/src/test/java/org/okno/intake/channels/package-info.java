@NullMarked
package org.okno.intake.channels;

import org.jspecify.annotations.NullMarked;
