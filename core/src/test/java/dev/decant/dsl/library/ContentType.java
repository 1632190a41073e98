package dev.decant.dsl.library;

import dev.decant.dsl.Named;

@Named("contenttype")
enum ContentType {
    IMAGE,
    VIDEO
}
