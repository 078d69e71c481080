@NullMarked
package org.okno.bench.report;

import org.jspecify.annotations.NullMarked;
