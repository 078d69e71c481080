@NullMarked
package org.okno.cases;

import org.jspecify.annotations.NullMarked;
