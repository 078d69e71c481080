@NullMarked
package org.okno.casework.rebuilding;

import org.jspecify.annotations.NullMarked;
