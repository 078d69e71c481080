/** The rules of the house, checked over all modules. */
@NullMarked
package org.okno.architecture;

import org.jspecify.annotations.NullMarked;
