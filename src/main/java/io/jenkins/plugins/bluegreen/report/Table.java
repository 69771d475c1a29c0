package io.jenkins.plugins.bluegreen.report;

/** An HTML table whose first column heads its rows. */
final class Table {
    private final Markup out = new Markup();

    Table(String... heads) {
        out.open("div", "class", "wide", "tabindex", 0)
                .open("table")
                .open("thead")
                .open("tr");
        for (String head : heads) {
            out.element("th", head, "scope", "col");
        }
        out.close("tr").close("thead").open("tbody");
    }

    Table row(Markup head, Markup... cells) {
        out.open("tr").open("th", "scope", "row").add(head).close("th");
        for (Markup cell : cells) {
            out.open("td").add(cell).close("td");
        }
        out.close("tr");
        return this;
    }

    Table row(String head, String... cells) {
        Markup[] all = new Markup[cells.length];
        for (int i = 0; i < cells.length; i++) {
            all[i] = cell(cells[i]);
        }
        return row(new Markup().text(head), all);
    }

    Markup draw() {
        return out.close("tbody").close("table").close("div");
    }

    static Markup cell(String text) {
        return new Markup().text(text);
    }
}
