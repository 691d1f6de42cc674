using Afmpeg.Perf.Reports.Pages;
using Microsoft.Playwright;

namespace Afmpeg.Perf.SelfTests.Campaigns;

/// <summary>The committed run's report.html as readers have it: in a browser, on a phone and on a desk, by day and by night.</summary>
[Collection(Campaign.Name)]
public sealed class ReportInBrowserSpec(ReportInBrowser report) : IClassFixture<ReportInBrowser>
{
    private const int Phone = 360;
    private const int Desk = 1280;

    private static readonly string Probe = File.ReadAllText(Repository.PathOf("tests", "Afmpeg.Perf.SelfTests", "Harness", "page-probe.js")).Trim();

    public static TheoryData<int, string> Windows => new() { { Phone, "light" }, { Phone, "dark" }, { Desk, "light" }, { Desk, "dark" } };

    [SkippableTheory]
    [MemberData(nameof(Windows))]
    public async Task It_asks_for_nothing_and_complains_of_nothing(int width, string scheme)
    {
        await using var opened = await report.Open(width, scheme);
        await opened.Page.EvaluateAsync("() => window.scrollTo(0, document.body.scrollHeight)");

        opened.Requests.Should().Equal(report.Address.AbsoluteUri);
        opened.Complaints.Should().BeEmpty();
    }

    [SkippableTheory]
    [MemberData(nameof(Windows))]
    public async Task Nothing_is_wider_than_the_window_but_tables_in_their_frames(int width, string scheme)
    {
        await using var opened = await report.Open(width, scheme);

        (await opened.Page.EvaluateAsync<string[]>($"{Probe}.overflow()")).Should().BeEmpty();
    }

    [SkippableTheory]
    [MemberData(nameof(Windows))]
    public async Task Every_text_stands_out_from_its_ground(int width, string scheme)
    {
        await using var opened = await report.Open(width, scheme);

        (await opened.Page.EvaluateAsync<string[]>($"{Probe}.faintTexts()")).Should().BeEmpty("WCAG 2.2 AA asks for 4.5 to 1");
    }

    [SkippableTheory]
    [MemberData(nameof(Windows))]
    public async Task Each_section_is_kept_as_a_screenshot(int width, string scheme)
    {
        var folder = Directory.CreateDirectory(Repository.PathOf("artifacts", "screenshots"));
        await using var opened = await report.Open(width, scheme);
        await Shoot(opened.Page, "first-screen");
        foreach (var heading in await opened.Page.Locator("h2").AllAsync())
        {
            await heading.EvaluateAsync("heading => heading.scrollIntoView({ block: 'start' })");
            await Shoot(opened.Page, (await heading.GetAttributeAsync("id"))!);
        }

        Task<byte[]> Shoot(IPage page, string name) =>
            page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder.FullName, $"{name}-{width}-{scheme}.png") });
    }

    [SkippableFact]
    public async Task Each_picture_has_a_mark_for_each_of_its_readings()
    {
        await using var opened = await report.Open(Desk, "light");

        foreach (var picture in report.Page.AllBlocks.OfType<PictureBlock>().Select(block => block.Picture))
        {
            (await opened.Page.Locator($"#Picture-{picture.Id} .mark").CountAsync()).Should().Be(picture.Marks, $"{picture.Id} says so");
        }
    }

    [SkippableFact]
    public async Task A_header_sorts_its_table_up_then_down_then_as_it_was()
    {
        await using var opened = await report.Open(Desk, "light");
        var table = opened.Page.Locator("table", new() { Has = opened.Page.GetByText("native multiple", new() { Exact = true }) }).First;
        var header = table.Locator("th", new() { HasText = "native multiple" });
        var before = await Numbers();

        await header.GetByRole(AriaRole.Button).PressAsync("Enter");
        (await Numbers()).Should().Equal(before.Order());
        (await header.GetAttributeAsync("aria-sort")).Should().Be("ascending");

        await header.GetByRole(AriaRole.Button).ClickAsync();
        (await Numbers()).Should().Equal(before.OrderDescending());
        (await header.GetAttributeAsync("aria-sort")).Should().Be("descending");

        await header.GetByRole(AriaRole.Button).ClickAsync();
        (await Numbers()).Should().Equal(before);
        (await header.GetAttributeAsync("aria-sort")).Should().BeNull();

        async Task<double[]> Numbers() => await table.Locator("tbody tr > :nth-child(2)").EvaluateAllAsync<double[]>("cells => cells.map(cell => Number(cell.dataset.number))");
    }

    [SkippableFact]
    public async Task Rows_without_a_number_come_last_in_either_direction()
    {
        await using var opened = await report.Open(Desk, "light");
        var table = opened.Page.Locator("table", new() { HasText = "not measured (1)" }).First;
        var column = await table.EvaluateAsync<int>("table => [...table.rows].flatMap(row => [...row.cells]).find(cell => cell.textContent.startsWith('not measured')).cellIndex");
        var button = table.Locator("th").Nth(column).GetByRole(AriaRole.Button);

        foreach (var direction in (string[])["up", "down"])
        {
            await button.ClickAsync();
            (await table.Locator($"tbody tr:last-child > :nth-child({column + 1})").InnerTextAsync()).Should().StartWith("not measured", $"sorted {direction}");
        }
    }

    [SkippableFact]
    public async Task Without_scripts_it_says_the_same_and_offers_nothing_that_needs_them()
    {
        await using var with = await report.Open(Desk, "light");
        await using var without = await report.Open(Desk, "light", scripts: false);

        (await without.Page.Locator("button").CountAsync()).Should().Be(0);
        (await without.Page.Locator("main").InnerTextAsync()).Should().Be(await with.Page.Locator("main").InnerTextAsync());
        without.Complaints.Should().BeEmpty();
    }
}
