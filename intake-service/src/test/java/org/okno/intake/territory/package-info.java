@NullMarked
package org.okno.intake.territory;

import org.jspecify.annotations.NullMarked;
