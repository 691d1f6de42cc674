using Afmpeg.Perf.Reports.Html;
using Afmpeg.Perf.Reports.Pages;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Afmpeg.Perf.SelfTests.Rules.Reports.Pages;

public sealed class HtmlReportRules
{
    private const string ClipName = "<img src=x onerror=1>.mkv";

    private static readonly IHtmlDocument Canned = Rendered.Html(PageCatalog.Of(new PageInput(new CannedRun().Report(),
        [CannedPicture.Of("canned")])));

    public static TheoryData<string> HostileTexts => TheoryRows.Of(
        [CannedRun.HostileText, ClipName, "</script><script>alert(1)</script>", "\"' onload=x", "\u202egnp.exe", "\u001b[31m\0",
            "&lt;b&gt;", "]]>", "<!--"]);

    [Fact]
    public void A_page_has_a_language_a_title_and_one_main_heading()
    {
        Canned.DocumentElement.GetAttribute("lang").Should().Be("en");
        Canned.Title.Should().Be("FFmpeg in WebAssembly against native FFmpeg").And.Be(Canned.QuerySelectorAll("h1").Single().TextContent);
        Canned.QuerySelectorAll("main").Should().ContainSingle();
    }

    [Fact]
    public void No_heading_level_is_skipped()
    {
        int[] levels = [.. Canned.QuerySelectorAll("h1,h2,h3,h4,h5,h6").Select(heading => heading.LocalName[1] - '0')];

        levels[0].Should().Be(1);
        levels.Zip(levels.Skip(1)).Should().OnlyContain(pair => pair.Second <= pair.First + 1);
    }

    [Fact]
    public void Every_id_belongs_to_one_element_and_every_link_points_to_one()
    {
        string[] ids = [.. Canned.QuerySelectorAll("[id]").Select(element => element.Id!)];

        ids.Should().OnlyHaveUniqueItems();
        Canned.QuerySelectorAll("a").Should().NotBeEmpty().And.OnlyContain(link => ids.Contains(link.GetAttribute("href")!.TrimStart('#')));
        Canned.QuerySelectorAll("[aria-labelledby]").SelectMany(element => element.GetAttribute("aria-labelledby")!.Split(' '))
            .Should().BeSubsetOf(ids);
    }

    [Fact]
    public void Every_table_has_a_caption_a_scope_on_each_header_and_a_name_for_each_row()
    {
        var tables = Canned.QuerySelectorAll<IHtmlTableElement>("table").ToArray();

        tables.Should().NotBeEmpty().And.OnlyContain(table => table.Caption!.TextContent.Length > 0);
        tables.SelectMany(table => table.Head!.Rows[0].Cells)
            .Should().OnlyContain(cell => cell.LocalName == "th" && cell.GetAttribute("scope") == "col");
        tables.SelectMany(table => table.Bodies[0].Rows)
            .Should().OnlyContain(row => row.QuerySelectorAll("th").Length == 1 && row.QuerySelector("th")!.GetAttribute("scope") == "row");
    }

    [Fact]
    public void It_fetches_nothing()
    {
        Canned.QuerySelectorAll("[src],img,iframe,object,embed,image,use").Should().BeEmpty();
        Canned.QuerySelectorAll("link").Should().ContainSingle().Which.GetAttribute("href").Should().Be("data:,");
        HtmlReport.Render(PageCatalog.Of(new CannedRun().Report())).Should().NotContain("@import").And.NotContain("url(");
    }

    [Fact]
    public void Its_policy_forbids_everything_except_what_the_page_contains()
    {
        var policy = Canned.QuerySelector("meta[http-equiv='Content-Security-Policy']")!.GetAttribute("content")!;

        policy.Should().StartWith("default-src 'none';").And.NotContain("unsafe");
        policy.Split("'sha256-").Should().HaveCount(4, "of the style sheet, of the picture's styles and of the script");
        Canned.QuerySelectorAll("[style]").Should().BeEmpty("the policy forbids them");
        Canned.Head!.Children.First(child => child.LocalName is not "meta").PreviousElementSibling!.ParentElement!.QuerySelectorAll("meta")
            .Should().Contain(meta => meta.GetAttribute("http-equiv") == "Content-Security-Policy",
            "it holds only for what comes after it");
    }

    [Fact]
    public void A_picture_says_the_same_in_words()
    {
        var figure = Canned.QuerySelector("#Picture-canned")!;

        figure.QuerySelector("svg")!.GetAttribute("role").Should().Be("img");
        figure.QuerySelector("svg")!.GetAttribute("aria-label").Should().Be(CannedPicture.Of("canned").Alternative);
        figure.QuerySelector("figcaption")!.TextContent.Should().Be("Two bars");
        figure.QuerySelectorAll(".mark").Should().HaveCount(2);
    }

    [Fact]
    public void A_picture_that_names_its_own_description_keeps_it()
    {
        var picture = CannedPicture.Of("canned");
        picture = picture
            with
        { Svg = picture.Svg.Replace("role=\"img\"", "role=\"img\" aria-labelledby=\"said\"", StringComparison.Ordinal) };

        var svg = Rendered.Html(Rendered.Page(new PictureBlock(picture))).QuerySelector("svg")!;

        (svg.GetAttribute("aria-labelledby"), svg.GetAttribute("aria-label")).Should().Be(("said", null));
    }

    [Theory]
    [MemberData(nameof(HostileTexts))]
    public void A_hostile_text_is_shown_as_it_is_and_not_as_markup(string text)
    {
        var document = Rendered.Html(HostilePage.Of(text));
        var harmless = Rendered.Html(HostilePage.Of("harmless"));
        var shown = VisibleText.Of(text);

        // Where a text may be broken into lines depends on it.
        document.All.Select(element => element.LocalName).Where(name => name != "wbr")
            .Should().Equal(harmless.All.Select(element => element.LocalName));
        document.All.SelectMany(element => element.Attributes).Select(attribute => attribute.Name)
            .Should().Equal(harmless.All.SelectMany(element => element.Attributes).Select(attribute => attribute.Name));
        foreach (var selector in (string[])["h1", "h2:not(#Contents)", "h3", ".lead strong", ".numbers span", "p > code",
            "main > section li > ul > li", "caption", "td, tbody th", "figcaption"])
        {
            document.QuerySelectorAll(selector).Should().NotBeEmpty(selector)
                .And.OnlyContain(element => element.TextContent == shown, selector);
        }
    }

    [Fact]
    public void A_tone_is_a_class_beside_the_words_and_never_alone()
    {
        var page = Rendered.Page(PageTable.Of("verdicts", ["case", "verdict"], [["a", new("exceeded", Tone: Tone.Bad)], ["b", "within"]]));
        var cells = Rendered.Html(page).QuerySelectorAll("td");

        cells.Select(cell => (cell.ClassName, cell.TextContent)).Should().Equal(("bad", "exceeded"), ("", "within"));
    }

    [Fact]
    public void An_empty_page_is_still_a_page()
    {
        var document = Rendered.Html(new ReportPage("Title", [], []));

        document.QuerySelectorAll("nav,section").Should().BeEmpty();
        document.QuerySelector("h1")!.TextContent.Should().Be("Title");
    }

    [Fact]
    public void An_empty_list_is_left_out() =>
        Rendered.Html(Rendered.Page(new BulletList([]))).QuerySelectorAll("main > section ul").Should().BeEmpty();
}
