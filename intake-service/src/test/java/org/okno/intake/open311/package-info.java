@NullMarked
package org.okno.intake.open311;

import org.jspecify.annotations.NullMarked;
