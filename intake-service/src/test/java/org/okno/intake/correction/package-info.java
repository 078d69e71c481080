@NullMarked
package org.okno.intake.correction;

import org.jspecify.annotations.NullMarked;
