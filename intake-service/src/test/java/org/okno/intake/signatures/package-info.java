@NullMarked
package org.okno.intake.signatures;

import org.jspecify.annotations.NullMarked;
