@NullMarked
package org.okno.cases.queues;

import org.jspecify.annotations.NullMarked;
