/**
 * HTTP the same in every service: problems (RFC 9457), parameters, preconditions, pages, OpenAPI.
 */
@NullMarked
package org.okno.http;

import org.jspecify.annotations.NullMarked;
