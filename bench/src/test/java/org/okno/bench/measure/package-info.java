@NullMarked
package org.okno.bench.measure;

import org.jspecify.annotations.NullMarked;
