@NullMarked
package org.okno.intake.suggestion;

import org.jspecify.annotations.NullMarked;
