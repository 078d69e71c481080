@NullMarked
package org.okno.casework;

import org.jspecify.annotations.NullMarked;
