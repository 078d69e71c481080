@NullMarked
package org.okno.cases.opening;

import org.jspecify.annotations.NullMarked;
