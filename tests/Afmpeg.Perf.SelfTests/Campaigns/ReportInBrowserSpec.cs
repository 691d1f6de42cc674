using Afmpeg.Perf.Reports.Pages;
using Microsoft.Playwright;

namespace Afmpeg.Perf.SelfTests.Campaigns;

/// <summary>The committed run's report.html in a browser: on a phone and on a desk, light and dark.</summary>
[Collection(Campaign.Name)]
public sealed class ReportInBrowserSpec(ReportInBrowser report) : IClassFixture<ReportInBrowser>
{
    private const int Phone = 360;
    private const int Desk = 1280;

    private static readonly string Probe =
        File.ReadAllText(Repository.PathOf("tests", "Afmpeg.Perf.SelfTests", "Harness", "page-probe.js")).Trim();

    public static TheoryData<int, string> Windows => new() { { Phone, "light" }, { Phone, "dark" }, { Desk, "light" }, { Desk, "dark" } };

    [SkippableTheory]
    [MemberData(nameof(Windows))]
    public async Task It_loads_no_other_file_and_logs_nothing_to_the_console(int width, string scheme)
    {
        await using var opened = await report.Open(width, scheme);
        await opened.Page.EvaluateAsync("() => window.scrollTo(0, document.body.scrollHeight)");

        opened.Requests.Should().Equal(report.Address.AbsoluteUri);
        opened.ConsoleMessages.Should().BeEmpty();
    }

    [SkippableTheory]
    [MemberData(nameof(Windows))]
    public async Task Only_tables_in_their_frames_are_wider_than_the_window(int width, string scheme)
    {
        await using var opened = await report.Open(width, scheme);

        (await opened.Page.EvaluateAsync<string[]>($"{Probe}.overflow()")).Should().BeEmpty();
    }

    [SkippableTheory]
    [MemberData(nameof(Windows))]
    public async Task Every_text_has_enough_contrast_with_its_background(int width, string scheme)
    {
        await using var opened = await report.Open(width, scheme);

        (await opened.Page.EvaluateAsync<string[]>($"{Probe}.faintTexts()")).Should().BeEmpty("WCAG 2.2 AA asks for 4.5 to 1");
    }

    [SkippableTheory]
    [MemberData(nameof(Windows))]
    public async Task Each_section_has_a_screenshot(int width, string scheme)
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
    public async Task A_header_sorts_its_table_up_then_down_then_restores_it()
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

        async Task<double[]> Numbers() => await table.Locator("tbody tr > :nth-child(2)")
            .EvaluateAllAsync<double[]>("cells => cells.map(cell => Number(cell.dataset.number))");
    }

    [SkippableFact]
    public async Task Rows_without_a_number_come_last_in_both_directions()
    {
        await using var opened = await report.Open(Desk, "light");
        var table = opened.Page.Locator("table", new() { HasText = "not measured (1)" }).First;
        var column = await table.EvaluateAsync<int>(
            "table => [...table.rows].flatMap(row => [...row.cells]).find(cell => cell.textContent.startsWith('not measured')).cellIndex");
        var button = table.Locator("th").Nth(column).GetByRole(AriaRole.Button);

        foreach (var direction in (string[])["up", "down"])
        {
            await button.ClickAsync();
            (await table.Locator($"tbody tr:last-child > :nth-child({column + 1})").InnerTextAsync())
                .Should().StartWith("not measured", $"sorted {direction}");
        }
    }

    [SkippableFact]
    public async Task Without_scripts_it_says_the_same_and_offers_nothing_that_needs_them()
    {
        await using var with = await report.Open(Desk, "light");
        await using var without = await report.Open(Desk, "light", scripts: false);

        (await without.Page.Locator("button").CountAsync()).Should().Be(0);
        (await without.Page.Locator("main").InnerTextAsync()).Should().Be(await with.Page.Locator("main").InnerTextAsync());
        without.ConsoleMessages.Should().BeEmpty();
    }
}
