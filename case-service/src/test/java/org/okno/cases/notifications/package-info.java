@NullMarked
package org.okno.cases.notifications;

import org.jspecify.annotations.NullMarked;
