@NullMarked
package org.okno.casework.opening;

import org.jspecify.annotations.NullMarked;
