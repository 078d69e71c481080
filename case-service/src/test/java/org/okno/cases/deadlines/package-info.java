@NullMarked
package org.okno.cases.deadlines;

import org.jspecify.annotations.NullMarked;
