@NullMarked
package org.okno.cases.rebuild;

import org.jspecify.annotations.NullMarked;
