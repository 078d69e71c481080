@NullMarked
package org.okno.cases.needs;

import org.jspecify.annotations.NullMarked;
