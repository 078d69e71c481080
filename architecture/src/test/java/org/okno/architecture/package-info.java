/** The rules of docs/architecture.md, checked over all modules. */
@NullMarked
package org.okno.architecture;

import org.jspecify.annotations.NullMarked;
