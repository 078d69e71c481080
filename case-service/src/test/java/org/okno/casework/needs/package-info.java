@NullMarked
package org.okno.casework.needs;

import org.jspecify.annotations.NullMarked;
