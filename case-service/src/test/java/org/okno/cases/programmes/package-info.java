@NullMarked
package org.okno.cases.programmes;

import org.jspecify.annotations.NullMarked;
