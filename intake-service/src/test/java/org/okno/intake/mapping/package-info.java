@NullMarked
package org.okno.intake.mapping;

import org.jspecify.annotations.NullMarked;
