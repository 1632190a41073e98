package dev.decant.model.statistics;

/** What is counted of several columns together. */
public enum StatisticsKind {
    /** How many distinct combinations there are. */
    NDISTINCT,
    /** How far one decides another. */
    DEPENDENCIES,
    /** Which combinations are the most common. */
    MCV
}
